import { beijing, type Day, type Instant } from '@shared/kernel/instant';

const two = (n: number): string => String(n).padStart(2, '0');

/** 2026年11月25日 16:05, in Beijing. */
export const saidOnPaper = (at: Instant): string => {
  const { year, month, date, hour, minute } = beijing(at);
  return `${year}年${month}月${date}日 ${two(hour)}:${two(minute)}`;
};

/** 2026年11月25日. */
export const dayOnPaper = (day: Day): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};
