// A page that throws must not take the header and 188 with it. Shows what to do until another page is opened.
import { Component, type ComponentChildren } from 'preact';
import { LaunchErrorPanel } from './LaunchErrorPanel';

interface Props {
  /** opening another path is a new try */
  path: string;
  children: ComponentChildren;
}

export class PageBoundary extends Component<Props, { failedAt: string | null }> {
  override state = { failedAt: null };

  override componentDidCatch(error: unknown): void {
    console.error('page failed', error instanceof Error ? error.name : 'unknown');
    this.setState({ failedAt: this.props.path });
  }

  override render() {
    return this.state.failedAt === this.props.path ? (
      <LaunchErrorPanel what="この画面" />
    ) : (
      this.props.children
    );
  }
}
