import { listCallBacks } from '@shared/visits/elder-word.contract';
import { useState } from 'react';
import { callBackText } from '@/features/queue/call-back.text';
import { type CallBack, CallBackList } from '@/features/queue/call-back-list';
import { CallBackSheet } from '@/features/queue/call-back-sheet';
import { useLocale } from '@/i18n';
import { go, useQuery } from '@/platform';
import { EmptyState, Page, QueryView, Second } from '@/ui';

/** 问问老人: visits that nobody of the household has answered, each a call to the elder. */
export default function CallBacksPage() {
  const t = callBackText[useLocale()];
  const query = useQuery(listCallBacks, {});
  const [asked, setAsked] = useState<CallBack>();
  return (
    <Page title={t.title} backTo="coordinator/home" onRefresh={query.refresh}>
      <QueryView query={query}>
        {({ calls }) =>
          calls.length === 0 ? (
            <EmptyState icon="phone" title={t.none} note={t.noneNote} />
          ) : (
            <>
              <Second>{t.lead}</Second>
              <CallBackList
                calls={calls}
                onNote={setAsked}
                onOpen={(visitId) => void go('coordinator/visit', { visitId })}
              />
            </>
          )
        }
      </QueryView>
      {asked ? (
        <CallBackSheet
          card={asked.card}
          onClose={() => setAsked(undefined)}
          onNoted={() => {
            setAsked(undefined);
            void query.refresh();
          }}
        />
      ) : null}
    </Page>
  );
}
