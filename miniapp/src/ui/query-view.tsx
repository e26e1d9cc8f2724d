import type { ReactNode } from 'react';
import type { Query } from '../platform/use-query';
import { ErrorState, OfflineBanner, Skeleton } from './states';

interface QueryViewProps<T> {
  readonly query: Query<T>;
  readonly children: (data: T) => ReactNode;
  readonly skeletonCards?: number;
}

/** All states of a query drawn once: skeleton, refusal with retry, stale data under a banner, data. */
export function QueryView<T>({ query, children, skeletonCards = 2 }: QueryViewProps<T>) {
  if (query.data !== undefined) {
    return (
      <>
        <OfflineBanner offline={query.offline} />
        {children(query.data)}
      </>
    );
  }
  if (query.failure !== undefined) return <ErrorState failure={query.failure} onRetry={query.refresh} />;
  return <Skeleton cards={skeletonCards} />;
}
