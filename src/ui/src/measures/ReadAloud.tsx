import { Button } from '@mantine/core';
import { IconPlayerStop, IconVolume } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { t } from '../texts';

const words = t.measures.briefing;

/** Reads the briefing with the browser's own voice; shown only where there is one. */
export function ReadAloud({ sentences }: { sentences: string[] }) {
  const [reading, setReading] = useState(false);
  useEffect(() => () => window.speechSynthesis?.cancel(), []);
  if (typeof window.speechSynthesis === 'undefined') return null;
  const stop = () => {
    window.speechSynthesis.cancel();
    setReading(false);
  };
  const read = () => {
    window.speechSynthesis.cancel();
    sentences.forEach((sentence, index) => {
      const spoken = new SpeechSynthesisUtterance(sentence);
      // The sentences are English, whatever the separators of their numbers.
      spoken.lang = 'en';
      if (index === sentences.length - 1) spoken.onend = () => setReading(false);
      window.speechSynthesis.speak(spoken);
    });
    setReading(true);
  };
  return (
    <Button variant="default" leftSection={reading ? <IconPlayerStop size={16} /> : <IconVolume size={16} />} onClick={reading ? stop : read}>
      {reading ? words.stop : words.read}
    </Button>
  );
}
