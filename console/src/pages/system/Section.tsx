import { NativeSelect } from '@mantine/core';
import { NavLink, useNavigate } from 'react-router';
import { Page } from '@/parts/Page';
import type { Part } from './parts';
import classes from './Section.module.css';

/** One part of the area beside the list of all of them; where it is narrow the list is a choice above. */
export function Section({ part, parts }: { part: Part; parts: Part[] }) {
  const Content = part.shows;
  const groups = [...new Set(parts.map(({ group }) => group))];
  const of = (group: string) => parts.filter((each) => each.group === group);
  return (
    <div className={classes.layout}>
      {parts.length > 1 && <Choice part={part} groups={groups} of={of} />}
      {parts.length > 1 && (
        <nav className={classes.nav} aria-label="System">
          {groups.map((group) => (
            <div key={group} role="group" aria-label={group}>
              <div className={classes.group} aria-hidden>
                {group}
              </div>
              {of(group).map(({ path, title, icon: Sign }) => (
                <NavLink key={path} to={`/system/${path}`} className={classes.entry}>
                  <Sign size={17} stroke={1.6} aria-hidden />
                  {title}
                </NavLink>
              ))}
            </div>
          ))}
        </nav>
      )}
      <Page title={part.title} lead={part.lead}>
        <Content />
      </Page>
    </div>
  );
}

function Choice({ part, groups, of }: { part: Part; groups: string[]; of: (group: string) => Part[] }) {
  const go = useNavigate();
  return (
    <NativeSelect
      className={classes.choice}
      aria-label="Part of the system"
      value={part.path}
      onChange={(event) => void go(`/system/${event.currentTarget.value}`)}
      data={groups.map((group) => ({ group, items: of(group).map(({ path, title }) => ({ value: path, label: title })) }))}
    />
  );
}
