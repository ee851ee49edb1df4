// What the phone is told about the installed app. Colours are those of the light theme.
import type { ManifestOptions } from 'vite-plugin-pwa';

export const webAppManifest: Partial<ManifestOptions> = {
  id: '/',
  name: 'みまもりノート',
  short_name: 'みまもりノート',
  description: '見守りの気づきを記録し、電波のない所でも事務局に届けます。',
  lang: 'ja',
  dir: 'ltr',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  background_color: '#ffffff',
  theme_color: '#0017c1',
  categories: ['utilities'],
  icons: [
    { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
    { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
    { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    { src: '/icons/monochrome-512.png', sizes: '512x512', type: 'image/png', purpose: 'monochrome' },
  ],
  shortcuts: [
    {
      name: '気づきを記録する',
      url: '/sightings/new',
      icons: [{ src: '/icons/shortcut-record-96.png', sizes: '96x96', type: 'image/png' }],
    },
    {
      name: '相談先（188）',
      url: '/hotlines',
      icons: [{ src: '/icons/shortcut-hotlines-96.png', sizes: '96x96', type: 'image/png' }],
    },
  ],
};
