// What somebody at the desk is there for. Who may do what with it is one table on the server; the desk is told the result.
import * as z from 'zod/mini';

export const ROLES = [
  'admin',
  'officer',
  'adviser',
  'auditor',
  'organisation_coordinator',
  'prefecture',
] as const;
export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

/** At least one, none twice. */
export const rolesSchema = z.array(roleSchema).check(
  z.minLength(1),
  z.maxLength(ROLES.length),
  z.refine((roles) => new Set(roles).size === roles.length),
);
