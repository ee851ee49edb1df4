// 構成員・構成団体 and 協力員・協力団体: who watches over others, and for whom they work.
import * as z from 'zod/mini';
import { idSchema } from './ids';

/** member: 構成員 / 構成団体 (11条の3). cooperator: 協力員 / 協力団体, appointed by the mayor (11条の7). */
export const MEMBER_KINDS = ['member', 'cooperator'] as const;
/** 外勤 / 内勤: sets the first place of the flow sheet. */
export const JOB_KINDS = ['outside_work', 'inside_work'] as const;

export const organisationSchema = z.object({
  id: idSchema,
  kind: z.enum(MEMBER_KINDS),
  name: z.string().check(z.minLength(1), z.maxLength(80)),
});
export type Organisation = z.infer<typeof organisationSchema>;

export const memberSchema = z.object({
  id: idSchema,
  kind: z.enum(MEMBER_KINDS),
  displayName: z.string().check(z.minLength(1), z.maxLength(60)),
  jobKind: z.enum(JOB_KINDS),
  organisation: organisationSchema,
});
export type Member = z.infer<typeof memberSchema>;
export type JobKind = (typeof JOB_KINDS)[number];
