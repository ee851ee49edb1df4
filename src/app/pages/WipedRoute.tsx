import '../../ui/components.css';

export { WipedPage } from '../../features/wiped/WipedPage';
