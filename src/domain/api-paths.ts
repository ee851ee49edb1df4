// Where things live on the server; phone, desk, server and tests name them from here.
export const API = {
  health: '/api/v1/health',
  openapi: '/api/v1/openapi.json',
  enrolments: '/api/v1/enrolments',
  sync: '/api/v1/sync',
  photo: (sha256: string) => `/api/v1/photos/${sha256}`,
  deskSession: '/api/v1/desk/session',
  deskCases: '/api/v1/desk/cases',
  deskCase: (recordId: string) => `/api/v1/desk/cases/${recordId}`,
  deskCaseActions: (recordId: string) => `/api/v1/desk/cases/${recordId}/actions`,
  deskPhoto: (recordId: string, sha256: string) => `/api/v1/desk/cases/${recordId}/photos/${sha256}`,
  deskEvents: '/api/v1/desk/events',
  deskInvitations: '/api/v1/desk/invitations',
  deskInvitation: (id: string) => `/api/v1/desk/invitations/${id}`,
  deskOrganisations: '/api/v1/desk/organisations',
} as const;
