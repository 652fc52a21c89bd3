import { expect, test } from 'vitest';
import { programWords } from './program-words.ts';

const webKit = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const onWindows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
const onPhone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';

test.each([
  ['Chrome 153，Linux', `Mozilla/5.0 (X11; Linux x86_64) ${webKit} Chrome/153.0.0.0 Safari/537.36`],
  ['Chrome 153，Linux', `Mozilla/5.0 (X11; Linux x86_64) ${webKit} HeadlessChrome/153.0.0.0 Safari/537.36`],
  ['Edge 131，Windows', `${onWindows} ${webKit} Chrome/131.0.0.0 Safari/537.36 Edg/131.0.2903.86`],
  ['Firefox 133，Windows', `${onWindows.replace(')', '; rv:133.0)')} Gecko/20100101 Firefox/133.0`],
  ['360浏览器，Windows', `${onWindows} ${webKit} Chrome/108.0.5359.95 Safari/537.36 QIHU 360SE`],
  ['WPS 12，Windows', `${onWindows} ${webKit} Chrome/104.0.5112.102 Safari/537.36 WpsOfficeApp/12.1.0.19770`],
  [
    'Safari 18，macOS',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.2 Safari/605.1.15',
  ],
  ['Safari 18，iOS', `${onPhone} Version/18.2 Mobile/15E148 Safari/604.1`],
  ['Chrome 131，iOS', `${onPhone} CriOS/131.0.6778.73 Mobile/15E148 Safari/604.1`],
  ['微信 8，iOS', `${onPhone} Mobile/15E148 MicroMessenger/8.0.54(0x18003631) NetType/WIFI Language/zh_CN`],
  [
    '微信，Android',
    `Mozilla/5.0 (Linux; Android 13; M2012K11AC; wv) ${webKit} Version/4.0 Chrome/126.0.6478.188 Mobile Safari/537.36 XWEB/1260117 MMWEBSDK/2024`,
  ],
  [
    '微信 8，Android',
    `Mozilla/5.0 (Linux; Android 13; V2; wv) ${webKit} Chrome/126.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.54`,
  ],
  [
    'Chrome 114，鸿蒙',
    `Mozilla/5.0 (Phone; OpenHarmony 5.0) ${webKit} Chrome/114.0.0.0 Safari/537.36 ArkWeb/4.1 Mobile`,
  ],
  ['Chrome 92，鸿蒙', `Mozilla/5.0 (Linux; Android 10; HarmonyOS; NOH-AN00) ${webKit} Chrome/92.0.4515.105 Mobile`],
  ['Chrome 122，统信UOS', `Mozilla/5.0 (X11; Linux x86_64; UOS) ${webKit} Chrome/122.0.0.0 Safari/537.36`],
  ['Firefox 115，麒麟', 'Mozilla/5.0 (X11; Kylin; Linux aarch64; rv:115.0) Gecko/20100101 Firefox/115.0'],
  ['其他浏览器，Windows', 'Mozilla/5.0 (Windows NT 6.1; Trident/7.0; rv:11.0) like Gecko'],
  ['其他浏览器', 'curl/8.5.0'],
  ['未知', ''],
])('is told as %s', (words, userAgent) => {
  expect(programWords(userAgent)).toBe(words);
});
