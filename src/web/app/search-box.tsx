import { Input, type InputRef } from 'antd';
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { LinkButton } from '../ui/link-button.tsx';
import { useIsPhone } from '../ui/use-is-phone.ts';
import { paths } from './paths.ts';

/** Search from every page; `/` puts the cursor in it. On a phone it is a way to the search page. */
export function SearchBox() {
  const navigate = useNavigate();
  const isPhone = useIsPhone();
  const box = useRef<InputRef>(null);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      if (box.current === null) void navigate(paths.search);
      else box.current.focus();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [navigate]);
  if (isPhone) {
    return (
      <LinkButton type="text" to={paths.search}>
        <span className="search-link">搜索</span>
      </LinkButton>
    );
  }
  return (
    <search className="head-search">
      <Input.Search
        ref={box}
        aria-label="搜索，快捷键为斜杠"
        placeholder="搜索（按 / 键）"
        onSearch={(text) => {
          if (text.trim() !== '') void navigate(paths.searchFor(text.trim()));
        }}
      />
    </search>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
