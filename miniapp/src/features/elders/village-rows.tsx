import type { Region } from '@shared/regions/region';
import { listRegions } from '@shared/regions/regions.contract';
import { useState } from 'react';
import { useLocale } from '@/i18n';
import { useQuery } from '@/platform';
import { OptionsRow } from '@/ui';
import { elderText } from './elders.text';

interface VillageRowsProps {
  readonly village: Region | undefined;
  readonly onChoose: (village: Region | undefined) => void;
}

const optionsOf = (regions: readonly Region[] | undefined) =>
  (regions ?? []).map(({ code, name }) => ({ value: code, text: name }));

/** County, township, village: three choices, each opening the next. */
export function VillageRows({ village, onChoose }: VillageRowsProps) {
  const t = elderText[useLocale()];
  const [county, setCounty] = useState<string>();
  const [township, setTownship] = useState<string>();
  const counties = useQuery(listRegions, { query: {} });
  const townships = useQuery(listRegions, county === undefined ? undefined : { query: { parent: county } });
  const villages = useQuery(
    listRegions,
    township === undefined ? undefined : { query: { parent: township } },
  );
  return (
    <>
      <OptionsRow
        label={t.county}
        options={optionsOf(counties.data?.regions)}
        value={county}
        placeholder={t.choose}
        onChoose={(code) => {
          setCounty(code);
          setTownship(undefined);
          onChoose(undefined);
        }}
      />
      {county ? (
        <OptionsRow
          label={t.township}
          options={optionsOf(townships.data?.regions)}
          value={township}
          placeholder={t.choose}
          onChoose={(code) => {
            setTownship(code);
            onChoose(undefined);
          }}
        />
      ) : null}
      {township ? (
        <OptionsRow
          label={t.village}
          options={optionsOf(villages.data?.regions)}
          value={village?.code}
          placeholder={t.choose}
          onChoose={(code) => onChoose(villages.data?.regions.find((region) => region.code === code))}
        />
      ) : null}
    </>
  );
}
