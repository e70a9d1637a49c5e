import type { SpotlightActionGroupData } from '@mantine/spotlight';
import { IconBinoculars, IconRobot, IconRoute, IconServerCog } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { useMay } from '@/api/session';
import { agentsQuery, agentTitle } from '@/pages/agents/api';
import { huntingPlaces } from '@/pages/hunting/places';
import { playbooksQuery } from '@/pages/playbooks/playbooks';
import { systemPlaces } from '@/pages/system/places';

interface Place {
  to: string;
  title: string;
  within: string;
  icon: typeof IconRobot;
  lead?: string;
}

/** What lies within the areas and has a name: shown when something is looked for, else the list would be long. */
export function usePlaces(query: string): SpotlightActionGroupData {
  const navigate = useNavigate();
  const may = useMay();
  const asked = query.trim().length > 1;
  const agents = useQuery({ ...agentsQuery, enabled: asked && may('agent.read'), refetchInterval: false });
  const playbooks = useQuery({ ...playbooksQuery, enabled: asked && may('playbook.read') });
  const places: Place[] = [
    ...huntingPlaces.filter(({ needs }) => may(needs)).map(({ path, title, lead }) => ({ to: `/hunting/${path}`, title, lead, within: 'Hunting', icon: IconBinoculars })),
    ...systemPlaces.filter(({ needs }) => may(needs)).map(({ path, title, lead }) => ({ to: `/system/${path}`, title, lead, within: 'System', icon: IconServerCog })),
    ...(agents.data ?? []).map(({ name }) => ({ to: `/agents/${encodeURIComponent(name)}`, title: agentTitle(name), within: 'Agent', icon: IconRobot })),
    ...(playbooks.data ?? []).map(({ id, name }) => ({ to: `/playbooks/${encodeURIComponent(id)}`, title: name, within: 'Playbook', icon: IconRoute })),
  ];
  return {
    group: 'Pages',
    actions: (asked ? places : []).map(({ to, title, within, icon: Sign, lead }) => ({
      id: to,
      label: title,
      description: lead ? `${within} · ${lead}` : within,
      leftSection: <Sign size={18} stroke={1.6} />,
      onClick: () => void navigate(to),
    })),
  };
}
