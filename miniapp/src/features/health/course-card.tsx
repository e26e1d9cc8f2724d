import type { Course } from '@shared/health/health.contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { said } from '@/i18n/said';
import { useLocale } from '@/i18n/use-text';
import { momentName } from '@/platform';
import { aria, Body, Button, Card, Second, Tag, Title, useNow } from '@/ui';
import './health.scss';
import { healthText } from './health.text';
import { chartOf } from './line-chart';

/** Width over height, as the style sheet draws it. */
const ASPECT = 2.5;

interface CourseCardProps {
  readonly course: Course;
  /** Opens the visit at which it was measured; absent where this person has no page for it. */
  readonly onSee: ((visitId: string) => void) | undefined;
}

/** One measure over time: the line, the reading that was tapped in large, and what is usual in words. */
export function CourseCard({ course, onSee }: CourseCardProps) {
  const locale = useLocale();
  const at = useNow();
  const t = healthText[locale];
  const [chosen, setChosen] = useState(course.points.length - 1);
  const point = course.points[chosen] ?? course.points[course.points.length - 1];
  const { dots, lines, band } = chartOf(course, ASPECT);
  const label = said(course.label, locale);
  const inUnits = (value: number) => (course.decimals === 1 ? (value / 10).toFixed(1) : String(value));
  return (
    <Card title={label} {...(point?.far ? { aside: <Tag tone="alarm">{t.far}</Tag> } : {})}>
      {point ? (
        <Title>{t.reading(momentName(point.at, at, locale), inUnits(point.value), course.unit)}</Title>
      ) : null}
      <View className="health-chart" {...aria('img', t.chart(label, dots.length))}>
        {band ? (
          <View className="health-chart__band" style={{ top: `${band.top}%`, height: `${band.height}%` }} />
        ) : null}
        {lines.map((line) => (
          <View
            key={line.key}
            className="health-chart__line"
            style={{
              left: `${line.left}%`,
              top: `${line.top}%`,
              width: `${line.length}%`,
              transform: `rotate(${line.degrees}deg)`,
            }}
          />
        ))}
        {dots.map((dot) => (
          <View
            key={dot.key}
            className="health-chart__touch"
            style={{ left: `${dot.left}%`, top: `${dot.top}%` }}
            onClick={() => setChosen(dot.index)}
            {...aria('button', inUnits(course.points[dot.index]?.value ?? 0))}
          >
            <View
              className={`health-chart__dot ${dot.far ? 'health-chart__dot--far' : ''} ${dot.index === chosen ? 'health-chart__dot--chosen' : ''}`}
            />
          </View>
        ))}
      </View>
      <Body>{said(course.sentence, locale)}</Body>
      <Second>{said(course.explanation, locale)}</Second>
      {onSee && point ? (
        <Button small kind="quiet" onTap={() => onSee(point.visitId)}>
          {t.see}
        </Button>
      ) : null}
    </Card>
  );
}
