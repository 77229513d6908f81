package whatis.service.upload;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadSizeException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletRequestContext;
import whatis.service.hangup.ClientGoneException;
import whatis.service.problem.Problem;
import whatis.web.problem.ProblemException;

/**
 * Reads the image out of a multipart form, straight from the connection into memory: Tomcat's own parts would lie on
 * disk, or in memory twice. File name and declared type are never looked at. Safe for use by many threads.
 */
public final class UploadReader {

    private static final String PART = "file";

    /** Room for boundaries, headers and other fields of the form, which bounds their number, too: about a thousand. */
    private static final int FORM_OVERHEAD = 64 << 10;

    private final UploadSettings settings;
    private final int limit;

    UploadReader(UploadSettings settings) {
        this.settings = settings;
        this.limit = Math.toIntExact(settings.limit().toBytes());
    }

    /** Returns the most bytes that an image may have. */
    public int limit() {
        return limit;
    }

    /** Returns how many bytes the image of a request will have at most, before anything of it has been read. */
    public long memory(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return length < 0 ? limit : Math.min(length, limit);
    }

    /**
     * Returns the bytes of the one part called {@code file}; other parts are skipped.
     *
     * @throws ProblemException if there is none, an empty one or several, if the form is malformed, too large or too slow
     * @throws ClientGoneException if the client hangs up meanwhile
     */
    public byte[] read(HttpServletRequest request) {
        JakartaServletFileUpload<DiskFileItem, DiskFileItemFactory> form = new JakartaServletFileUpload<>();
        form.setSizeMax((long) limit + FORM_OVERHEAD);
        try {
            return image(form.getItemIterator(new JakartaServletRequestContext(request) {
                @Override
                public InputStream getInputStream() throws IOException {
                    return new TimelyInputStream(super.getInputStream(), settings);
                }
            }));
        } catch (FileUploadSizeException e) {
            throw new ProblemException(Problem.UPLOAD_TOO_LARGE, e);
        } catch (IOException e) {
            if (isCausedBy(SocketTimeoutException.class, e)) {
                throw new ProblemException(Problem.UPLOAD_TIMEOUT, e);
            }
            if (isCausedBy(ClientAbortException.class, e)) {
                throw new ClientGoneException(e);
            }
            throw new ProblemException(Problem.MALFORMED_MULTIPART, e);
        } catch (ProblemException e) {
            throw e;
        } catch (RuntimeException e) {
            // The library trips over some forms, such as one in another that names no boundary.
            throw new ProblemException(Problem.MALFORMED_MULTIPART, e);
        }
    }

    private byte[] image(FileItemInputIterator parts) throws IOException {
        byte[] image = null;
        while (parts.hasNext()) {
            FileItemInput part = parts.next();
            if (PART.equals(part.getFieldName())) {
                if (image != null) {
                    throw new ProblemException(Problem.SEVERAL_FILES);
                }
                image = bytes(part);
            }
        }
        if (image == null) {
            throw new ProblemException(Problem.MISSING_FILE);
        }
        if (image.length == 0) {
            throw new ProblemException(Problem.EMPTY_FILE);
        }
        return image;
    }

    private byte[] bytes(FileItemInput part) throws IOException {
        try (InputStream in = part.getInputStream()) {
            byte[] bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new ProblemException(Problem.UPLOAD_TOO_LARGE);
            }
            return bytes;
        }
    }

    private static boolean isCausedBy(Class<? extends IOException> type, IOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
