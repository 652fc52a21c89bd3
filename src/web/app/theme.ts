import type { ThemeConfig } from 'antd';

const fonts = '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Source Han Sans SC", sans-serif';

/**
 * Contrast of every text at least 4.5 : 1 on white (WCAG 2.1 AA), measured with axe. Controls are blue because a red frame around a
 * field means an error; the red of the office is in the frame of the page.
 */
export const theme: ThemeConfig = {
  zeroRuntime: true,
  token: {
    fontFamily: fonts,
    fontSize: 15,
    borderRadius: 4,
    colorPrimary: '#1d4f91',
    colorLink: '#0958d9',
    // Derived, it would be lighter than the link: 2.8 : 1.
    colorLinkHover: '#003eb3',
    colorInfo: '#0958d9',
    colorSuccess: '#237804',
    colorWarning: '#a06000',
    colorError: '#b3101f',
    // Derived from the darker bases above they would be muddy.
    colorInfoBg: '#f2f7fe',
    colorInfoBorder: '#b5cdf0',
    colorSuccessBg: '#f5fbf1',
    colorSuccessBorder: '#b7dba6',
    colorWarningBg: '#fffaef',
    colorWarningBorder: '#ecd09a',
    colorErrorBg: '#fff4f4',
    colorErrorBorder: '#efb3b6',
    colorText: 'rgba(0,0,0,.88)',
    colorTextSecondary: 'rgba(0,0,0,.7)',
    colorTextTertiary: 'rgba(0,0,0,.65)',
    colorTextDescription: 'rgba(0,0,0,.65)',
    colorTextPlaceholder: 'rgba(0,0,0,.6)',
    colorTextDisabled: 'rgba(0,0,0,.55)',
    colorBgLayout: '#f4f5f7',
    controlHeight: 36,
  },
};
