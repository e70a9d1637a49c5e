import '@mantine/charts/styles.layer.css';
import { AreaChart, BarChart } from '@mantine/charts';
import { useZone } from '@/parts/zone';
import type { Drawing } from './results';

const colours = ['iris.6', 'orange.6', 'teal.6', 'blue.5', 'grape.5', 'yellow.7'];

/** Values over time as an area, values by name as bars. */
export default function ResultChart({ drawing }: { drawing: Drawing }) {
  const [zone] = useZone();
  const series = drawing.series.slice(0, colours.length).map((name, index) => ({ name, color: colours[index]! }));
  if (drawing.kind === 'names') {
    return (
      <BarChart
        h={Math.max(220, drawing.data.length * 30 + 40)}
        data={drawing.data}
        dataKey="x"
        series={series}
        orientation="vertical"
        yAxisProps={{ width: 240, interval: 0, tickFormatter: (name: string) => (name.length > 34 ? `…${name.slice(-33)}` : name) }}
        gridAxis="x"
        withLegend={series.length > 1}
        barProps={{ radius: 3, isAnimationActive: false }}
      />
    );
  }
  const at = (time: string) => new Date(time).toLocaleString('en-GB', { timeZone: zone, day: '2-digit', month: 'short', hour: '2-digit', minute: '2-digit' });
  return (
    <AreaChart
      h={340}
      data={drawing.data}
      dataKey="x"
      series={series}
      curveType="linear"
      withLegend={series.length > 1}
      xAxisProps={{ tickFormatter: at, minTickGap: 40 }}
      tooltipProps={{ labelFormatter: (label) => at(String(label)) }}
      areaProps={{ isAnimationActive: false }}
    />
  );
}
