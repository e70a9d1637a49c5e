import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearchParams } from 'react-router';
import { tell } from './tabs';

/** To where the person wanted to go. What was read before belonged to nobody. */
export function useEnter() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [parameters] = useSearchParams();
  return () => {
    const to = parameters.get('to') ?? '';
    queries.clear();
    tell({ kind: 'in' });
    // Only within the console: '//host' would be another site.
    void navigate(/^\/(?![/\\])/.test(to) ? to : '/overview', { replace: true });
  };
}
