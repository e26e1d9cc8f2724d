import type { Instant } from '@shared/kernel/instant';

/** What one POST may send: exactly this key and content type, and no more bytes than these. */
export interface Bounds {
  readonly key: string;
  readonly type: string;
  readonly mostBytes: number;
}

/** A form to fill in and send before `until`: the fields, then the file under `file`. */
export interface Ticket {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly until: Instant;
}

/** Where files lie. Nobody but this product's functions and whoever holds a ticket or a link reaches them. */
export interface Files {
  ticket(bounds: Bounds, now: Instant): Ticket;
  /** Opens the file for `LINK_SECONDS`. */
  link(key: string, now: Instant): string;
  /** Undefined when there is none. */
  get(key: string): Promise<Buffer | undefined>;
  put(key: string, type: string, body: Buffer): Promise<void>;
  remove(key: string): Promise<void>;
}
