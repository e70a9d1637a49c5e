import { BarChart } from '@mantine/charts';
import { clock } from '@/parts/When';
import { useZone } from '@/parts/zone';

const HOUR = 3_600_000;

/** Findings hour by hour; the last bar is the hour that ends now. */
export default function Hours({ at, byHour }: { at: string; byHour: number[] }) {
  const [zone] = useZone();
  const end = Date.parse(at);
  const data = byHour.map((findings, index) => ({
    hour: clock(end - (byHour.length - index) * HOUR, zone, false),
    Findings: findings,
  }));
  return (
    <BarChart
      h={110}
      data={data}
      dataKey="hour"
      series={[{ name: 'Findings', color: 'var(--acso-accent-solid)' }]}
      withYAxis={false}
      gridAxis="none"
      tickLine="none"
      xAxisProps={{ interval: 5, tickMargin: 6 }}
      barChartProps={{ margin: { left: 18, right: 4 } }}
      barProps={{ radius: 2, isAnimationActive: false }}
      aria-label={`Findings hour by hour, ${byHour.reduce((sum, one) => sum + one, 0)} in all`}
      role="img"
    />
  );
}
