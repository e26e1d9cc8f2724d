/**
 * The WebSocket's address beside the API's: the same host under `/ws`. The browser asks the origin it was
 * served from; reading that origin is the one use of `location` in the mini-program.
 */
export function liveUrl(token: string): string {
  const base = API_BASE === '' ? location.origin : API_BASE;
  return `${base.replace(/^http/, 'ws')}/ws?token=${encodeURIComponent(token)}`;
}
