interface About {
  readonly alertId: string;
  readonly read: boolean;
}

const MOST = 5;

/** Of several messages about one alert the newest speaks for all, unread while any of them is. Newest first in, and out. */
export function newestOfEach<M extends About>(messages: readonly M[]): readonly M[] {
  const kept = new Map<string, M>();
  for (const message of messages) {
    const newer = kept.get(message.alertId);
    kept.set(message.alertId, newer ? { ...newer, read: newer.read && message.read } : message);
  }
  return [...kept.values()].slice(0, MOST);
}
