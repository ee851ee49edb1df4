// 見守りネットワーク: what phones know of it. A profile is pulled like any change and kept for offline use.
import * as z from 'zod/mini';
import { idSchema } from './ids';
import { sealingKeySchema } from './sealing';

const contactSchema = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(80)),
  phone: z.string().check(z.regex(/^[0-9-]{3,16}$/)),
  hours: z.string().check(z.maxLength(80)),
});
export type Contact = z.infer<typeof contactSchema>;

export const networkProfileSchema = z.object({
  id: idSchema,
  name: z.string().check(z.minLength(1), z.maxLength(60)),
  /** 市区町村 */
  municipality: z.string().check(z.maxLength(40)),
  /** first letters of 受付番号, e.g. `K` in K-2026-0123 */
  receiptPrefix: z.string().check(z.regex(/^[A-Z]{1,3}$/)),
  photosAllowed: z.boolean(),
  /** 地区, coarse; empty hides the field */
  areas: z.array(z.string().check(z.minLength(1), z.maxLength(40))).check(z.maxLength(60)),
  /** null where the office has not set it: then it is not shown */
  secretariat: z.nullable(contactSchema),
  center: z.nullable(contactSchema),
  welfare: z.nullable(contactSchema),
  police: z.nullable(contactSchema),
  /** days a draft stays on the phone */
  draftDays: z.int().check(z.minimum(1), z.maximum(365)),
  demo: z.boolean(),
  /** what members write is sealed to it; missing only until the server has made the network's first key */
  sealingKey: z.optional(sealingKeySchema),
});
export type NetworkProfile = z.infer<typeof networkProfileSchema>;
