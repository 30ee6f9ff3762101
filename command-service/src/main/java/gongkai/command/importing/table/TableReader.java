package gongkai.command.importing.table;

import gongkai.command.importing.rows.ReadersBusyException;
import gongkai.command.importing.rows.SourceTable;
import gongkai.command.importing.rows.UnreadableTableException;
import gongkai.command.importing.rows.UnreadableTableException.Reason;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Opens a file by what it is, reads its task table, and gives up on one that takes too long. */
public final class TableReader {

    private static final int SECONDS = 20;
    private static final int MOST_WAITING = 8;

    /** One file after the other, so that no more memory goes into tables than the worst of them takes. */
    private final Semaphore turn = new Semaphore(1, true);

    private final ExecutorService readers = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name("table-reader-", 0).factory());

    /**
     * @param fileName as the user named it; its ending says the format, which the content must bear out
     * @throws UnreadableTableException when no task table can be read from it
     * @throws ReadersBusyException when others before it take too long
     */
    public SourceTable read(String fileName, byte[] content) {
        if (content.length == 0) {
            throw new UnreadableTableException(
                    Reason.FILE_EMPTY, "The file «%s» is empty; choose the file again.".formatted(fileName));
        }
        var format = FileFormat.of(fileName, content);
        try {
            if (turn.getQueueLength() >= MOST_WAITING || !turn.tryAcquire(SECONDS, TimeUnit.SECONDS)) {
                throw new ReadersBusyException();
            }
            try {
                return readInTime(format, fileName, content);
            } finally {
                turn.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while reading " + fileName, e);
        }
    }

    private SourceTable readInTime(FileFormat format, String fileName, byte[] content) throws InterruptedException {
        var reading = readers.submit(() -> read(format, fileName, content));
        try {
            return reading.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UnreadableTableException it ? it : damaged(fileName, e);
        } catch (TimeoutException e) {
            reading.cancel(true);
            throw new UnreadableTableException(
                    Reason.FILE_TOO_COMPLEX,
                    "«%s» could not be read within %d seconds; copy the task table alone into a new document."
                            .formatted(fileName, SECONDS),
                    e);
        }
    }

    private static SourceTable read(FileFormat format, String fileName, byte[] content) throws Exception {
        return switch (format) {
            case DOCX -> WordTableReader.read(content);
            case XLSX -> ExcelTableReader.read(content);
            case CSV -> CsvTableReader.read(fileName, content);
            case TXT -> PastedTextReader.read(fileName, content);
        };
    }

    /** Whatever a library throws at odd bytes means the same to the person who sent them. */
    private static UnreadableTableException damaged(String fileName, Throwable cause) {
        var ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return new UnreadableTableException(
                Reason.FILE_DAMAGED,
                ("«%s» ends in .%s but cannot be opened as such (damaged, too strongly compressed, or renamed). "
                                + "Open it in Word, Excel or WPS, save it as .%s without a password and send that.")
                        .formatted(fileName, ending, ending),
                cause);
    }
}
