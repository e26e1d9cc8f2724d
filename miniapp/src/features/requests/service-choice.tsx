import type { Service, ServiceClass } from '@shared/catalogue/service';
import { Text } from '@tarojs/components';
import { said } from '@/i18n/said';
import { useLocale } from '@/i18n/use-text';
import { Chips, Grid, type IconName, Notice, Skeleton, Tile, type Tone } from '@/ui';

import { requestText } from './requests.text';

const looks: readonly { readonly is: ServiceClass; readonly icon: IconName; readonly tone: Tone }[] = [
  { is: 'medical', icon: 'plus', tone: 'sky' },
  { is: 'life', icon: 'pot', tone: 'persimmon' },
  { is: 'leisure', icon: 'smile', tone: 'wheat' },
  { is: 'spirit', icon: 'heart', tone: 'plum' },
];

interface ServiceChoiceProps {
  readonly services: readonly Service[] | undefined;
  readonly serviceClass: ServiceClass;
  readonly serviceCode: string | undefined;
  readonly refusal: string | undefined;
  readonly onClass: (chosen: ServiceClass) => void;
  readonly onService: (chosen: Service) => void;
}

/** Four classes, then the services of the chosen one. */
export function ServiceChoice(props: ServiceChoiceProps) {
  const { services, serviceClass, serviceCode, refusal, onClass, onService } = props;
  const locale = useLocale();
  const t = requestText[locale];
  if (services === undefined) return <Skeleton cards={2} />;
  const within = (one: ServiceClass) => services.filter((service) => service.class === one);
  return (
    <>
      <Text className="nl-heading">{t.whatHelp}</Text>
      <Grid>
        {looks.map(({ is, icon, tone }) => (
          <Tile
            key={is}
            wide
            icon={icon}
            tone={tone}
            title={t.classes[is]}
            note={t.examples[is]}
            chosen={is === serviceClass}
            onTap={() => onClass(is)}
          />
        ))}
      </Grid>
      <Chips
        options={within(serviceClass).map((service) => ({
          value: service.code,
          text: said(service, locale),
        }))}
        value={serviceCode}
        onChoose={(code) => {
          const chosen = services.find((service) => service.code === code);
          if (chosen) onService(chosen);
        }}
      />
      {refusal ? <Notice tone="alarm">{refusal}</Notice> : null}
    </>
  );
}
