import { List, Stack, Table, Text, Title } from '@mantine/core';
import type { components } from '../api/schema';
import { MarkdownText } from '../shared';

type Block = components['schemas']['PlaybookBlock'];

/** The blocks of a chapter, in order. */
export function Blocks({ blocks }: { blocks: Block[] }) {
  return (
    <Stack gap="xs">
      {blocks.map((block, index) => (
        <One key={index} block={block} />
      ))}
    </Stack>
  );
}

function One({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return (
        <Title order={4} size="md" mt="sm">
          {block.text}
        </Title>
      );
    case 'list':
      return (
        <List spacing={4}>
          {block.items?.map((item, index) => (
            <List.Item key={index}>{item}</List.Item>
          ))}
        </List>
      );
    case 'table':
      return (
        <Table.ScrollContainer minWidth={480}>
          <Table verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                {block.head?.map((cell) => (
                  <Table.Th key={cell}>{cell}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {block.rows?.map((row, index) => (
                <Table.Tr key={index}>
                  {row.map((cell, column) => (
                    <Table.Td key={column} style={{ verticalAlign: 'top' }}>
                      {cell}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      );
    default:
      return (
        <Text component="div">
          <MarkdownText>{block.text ?? ''}</MarkdownText>
        </Text>
      );
  }
}
