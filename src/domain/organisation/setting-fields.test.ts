import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../procedure/settings.ts';
import { settingFields, settingKeys, showSetting, withSetting } from './setting-fields.ts';

describe('a setting', () => {
  test('has a field of its own for every decision a linkage takes', () => {
    const { version: _version, ...decisions } = defaultSettings;
    expect([...settingKeys].sort()).toEqual(Object.keys(decisions).sort());
    expect(new Set(settingKeys.map((key) => settingFields[key].title)).size).toBe(settingKeys.length);
  });

  test.each(settingKeys)('%s says its default in words and reads the words back', (key) => {
    const words = showSetting(key, defaultSettings);
    expect(words).not.toBe('');
    expect(withSetting({ ...defaultSettings, version: 7 }, key, ` ${words} `)).toEqual({
      ...defaultSettings,
      version: 7,
    });
  });

  test.each(settingKeys)('%s reads each of its choices and nothing else', (key) => {
    for (const { value, word } of settingFields[key].choices) {
      expect(withSetting(defaultSettings, key, word)?.[key]).toBe(value);
    }
    expect(withSetting(defaultSettings, key, '随便')).toBeUndefined();
  });

  test('in days takes whole days within its bounds', () => {
    const days = (text: string) => withSetting(defaultSettings, 'handOverDays', text)?.handOverDays;
    expect([days('1'), days('30'), days('0'), days('31'), days('1.5')]).toEqual([
      1,
      30,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
