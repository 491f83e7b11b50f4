export const accessibility = {
  title: 'Accessibility of Portvakt',
  preamble:
    'We are responsible for this website and want as many people as possible to be able to use it. This statement describes how Portvakt complies with the Swedish Act on Accessibility to Digital Public Services, any known shortcomings, and how you can report shortcomings to us.',
  howTitle: 'How accessible is the website?',
  how: 'We know of no shortcomings in the accessibility of the website. Among other things, you can:',
  can: [
    'reach and use everything with the keyboard alone, and always see where you are',
    'use the website with a screen reader: every field has a label, and errors are explained both at the top of the page and at the field',
    'enlarge it to 400 per cent without having to scroll sideways',
    'choose a light or dark appearance and high contrast on your device',
    'choose whether the password shows while you type, paste it, and use a password manager',
    'use the website without JavaScript.',
  ],
  insteadTitle: 'What can you do if you cannot use parts of the website?',
  instead:
    'Contact your school’s permission administrator, or us, and we will help you in another way. You can also ask for the content in another form.',
  contact: 'How to reach us',
  reportTitle: 'Report shortcomings in the accessibility of the website',
  report:
    'We keep improving the website. If you find problems that are not described here, or think that we do not meet the requirements of the law, let us know.',
  supervisionTitle: 'Supervision',
  supervision:
    'The Agency for Digital Government (Myndigheten för digital förvaltning) supervises compliance with the Act on Accessibility to Digital Public Services. If you are not satisfied with how we handle your views, you can report this to them.',
  supervisionLink: 'Report to the Agency for Digital Government',
  supervisionAddress: 'https://www.digg.se/tdosanmalan',
  technicalTitle: 'Technical information about the accessibility of the website',
  technical:
    'According to our own assessment, the website complies with the Act on Accessibility to Digital Public Services. The measure is WCAG 2.2 level AA, which goes further than the standard that the act refers to, EN 301 549.',
  testedTitle: 'How we have tested the website',
  tested: [
    'Every page is tested automatically against WCAG 2.2 AA at every change: in Swedish and English, in light and dark, and on a large and a small screen.',
    'The same test checks that everything is reached with the keyboard, that nothing needs scrolling sideways at 320 pixels, and that the pages work without JavaScript.',
    'No independent review has been carried out yet.',
  ],
  updated: 'The statement was last updated on 23 November 2026.',
} as const
