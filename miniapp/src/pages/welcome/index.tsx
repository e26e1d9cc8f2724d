import { Greeting, Page } from '@/ui';
export default function Welcome() {
  return <Page noBack title="暖邻"><Greeting>家里的老人，有人照应</Greeting></Page>;
}
