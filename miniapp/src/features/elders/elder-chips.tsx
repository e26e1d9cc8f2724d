import { useLocale } from '@/i18n';
import { go } from '@/platform';
import { Chip, Wrap } from '@/ui';
import { chooseElder } from './chosen-elder';
import { elderText } from './elders.text';
import { kinName } from './kin-name';
import type { MyElders } from './my-elders';

interface ElderChipsProps {
  readonly mine: MyElders;
  readonly withAdd?: boolean;
}

/** Which elder the page is about. With one elder there is nothing to choose, so only adding is offered. */
export function ElderChips({ mine, withAdd = false }: ElderChipsProps) {
  const locale = useLocale();
  const { elders, elder: chosen } = mine;
  if (elders.length === 0 || (elders.length === 1 && !withAdd)) return null;
  return (
    <Wrap>
      {elders.map((elder) => (
        <Chip key={elder.elderId} chosen={elder === chosen} onTap={() => chooseElder(elder.elderId)}>
          {kinName(elder, locale)}
        </Chip>
      ))}
      {withAdd ? <Chip onTap={() => void go('family/add-elder')}>{elderText[locale].addElder}</Chip> : null}
    </Wrap>
  );
}
