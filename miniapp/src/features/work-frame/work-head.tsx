import type { ReactNode } from 'react';
import { Card, Second, Tag, type Tone } from '@/ui';

interface WorkHeadProps {
  readonly title: string;
  readonly tag: string;
  readonly tone: Tone;
  /** What it is about, a line each; an empty one is not drawn. */
  readonly lines: readonly string[];
  readonly children?: ReactNode;
}

/** How a case, a group and a programme begin: what it is, of which kind, and what it is about. */
export function WorkHead({ title, tag, tone, lines, children }: WorkHeadProps) {
  return (
    <Card title={title} aside={<Tag tone={tone}>{tag}</Tag>}>
      {lines
        .filter((line) => line !== '')
        .map((line) => (
          <Second key={line}>{line}</Second>
        ))}
      {children}
    </Card>
  );
}
