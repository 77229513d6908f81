package whatis.peers;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How a peer runs its network.
 *
 * @param exports the folder that {@code export.py} has filled
 * @param precision which of the exported networks: {@code fp32}, {@code bf16} or {@code int8}
 * @param concurrency how many photographs are in the network at a time
 * @param threads how many threads work on one of them
 */
@ConfigurationProperties("peer")
record Settings(Path exports, String precision, int concurrency, int threads) {}
