/** The look of a mail. Without it the mail is a text with headings and links, which is enough. */
export const MAIL_STYLE: string = [
  'body{margin:0;padding:0;background:#faf8f3;color:#1b2a33;font:18px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Naskh Arabic",Arial,sans-serif}',
  '.mail{max-width:600px;margin:0 auto;padding:24px 20px 40px;background:#fff}',
  'p,ul{margin:0 0 18px}li{margin-bottom:6px}',
  'h2{margin:30px 0 8px;font-size:21px;line-height:1.3}',
  '.owner{font-weight:bold;color:#084a4e;border-bottom:2px solid #0b6469;padding-bottom:12px}',
  'a{color:#084a4e}',
  '.go{display:inline-block;padding:14px 26px;background:#0b6469;color:#fff;font-weight:bold;border-radius:8px;text-decoration:none}',
  '.whole{white-space:nowrap}',
  '.code{font-size:24px;letter-spacing:2px;white-space:nowrap}',
].join('')
