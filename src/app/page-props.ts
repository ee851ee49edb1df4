// What every page route gets; each picks from it what its page asks for.
import type { Services } from '../services';

export interface PageProps {
  services: Services;
  now: () => Date;
  /** parts of the path, e.g. `id` of /sightings/:id */
  params: Record<string, string>;
  query: Record<string, string>;
}
