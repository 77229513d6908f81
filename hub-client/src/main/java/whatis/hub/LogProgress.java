package whatis.hub;

import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows downloads as one line in the log at the start and one at the end. Small files are passed over. */
public final class LogProgress implements DownloadProgress {

    private static final Logger log = LoggerFactory.getLogger(LogProgress.class);

    private final LongSupplier nanoTime;
    private TransferRate transfer;

    public LogProgress() {
        this(System::nanoTime);
    }

    LogProgress(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.transfer = new TransferRate("", 0, 0, 0);
    }

    @Override
    public synchronized void started(String file, long total, long present) {
        transfer = new TransferRate(file, total, present, nanoTime.getAsLong());
        if (total >= TransferRate.WORTH_SHOWING_BYTES) {
            log.info("Downloading {}: {}.", file, TransferRate.megabytes(total - present));
        }
    }

    @Override
    public synchronized void at(long bytes) {
        transfer.at(bytes, nanoTime.getAsLong());
    }

    @Override
    public synchronized void ended() {
        if (transfer.isWorthShowing()) {
            log.info("Downloaded {}: {}.", transfer.file(), transfer.status(nanoTime.getAsLong()));
        }
    }
}
