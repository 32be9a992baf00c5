import { actionItems } from './en/actions';
import { audits } from './en/audits';
import { calendar } from './en/calendar';
import { channels } from './en/channels';
import { competitors } from './en/competitors';
import { foresight } from './en/foresight';
import { frame } from './en/frame';
import { goals } from './en/goals';
import { guide } from './en/guide';
import { grid, imports } from './en/imports';
import { measures } from './en/measures';
import { plans } from './en/plans';
import { playbooks } from './en/playbooks';
import { candidates, missionWatch, portfolio, positioning } from './en/positioning';
import { publishing } from './en/publishing';
import { research } from './en/research';
import { reviews } from './en/reviews';
import { settings } from './en/settings';
import { setup, start } from './en/setup';
import * as shared from './en/shared';
import { join, signin } from './en/signin';
import { today } from './en/today';
import { tracking } from './en/tracking';

const en = {
  ...shared,
  frame,
  signin,
  join,
  setup,
  start,
  today,
  plans,
  guide,
  research,
  audits,
  competitors,
  goals,
  foresight,
  channels,
  positioning,
  candidates,
  portfolio,
  missionWatch,
  actionItems,
  calendar,
  publishing,
  tracking,
  measures,
  imports,
  grid,
  reviews,
  playbooks,
  settings,
};

/** Another language is another object of this type. */
export type Texts = typeof en;

/** Every text on the screen: `t.goals.title`. */
export const t: Texts = en;
