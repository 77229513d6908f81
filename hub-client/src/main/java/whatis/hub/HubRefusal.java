package whatis.hub;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Says in words what the hub means by a status and its own error code ({@code X-Error-Code}). */
record HubRefusal(HubSettings settings, HubRepository repository, HttpResponse<?> response) {

    /** Returns how long a 429 asks to wait; zero if nothing is asked. */
    static Duration requestedPause(HttpResponse<?> response) {
        String after = response.headers().firstValue("Retry-After").orElse("");
        if (response.statusCode() != 429 || after.isEmpty()) {
            return Duration.ZERO;
        }
        if (after.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(after));
        }
        try {
            ZonedDateTime until = ZonedDateTime.parse(after, DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration pause = Duration.between(ZonedDateTime.now(until.getZone()), until);
            return pause.isNegative() ? Duration.ZERO : pause;
        } catch (DateTimeParseException e) {
            return Duration.ZERO;
        }
    }

    /**
     * Tells whether the hub knows the repository and the revision, but not the file. Mirrors send no code of their own:
     * theirs is a missing file if the commit comes from an earlier answer.
     */
    boolean isMissingFile() {
        return response.statusCode() == 404
                && (code().equals("EntryNotFound")
                        || (code().isEmpty() && HubRepository.isCommit(repository.revision())));
    }

    void throwUnlessSuccess() {
        int status = response.statusCode();
        if (status >= 500) {
            throw HubException.down("The hub at " + host() + " fails with status " + status + ": try again later.");
        }
        if (status / 100 != 2) {
            throw fromStorage() ? HubException.refused(storageSays(status)) : hubSays(status);
        }
    }

    private HubException hubSays(int status) {
        return switch (status) {
            case 401, 403, 404 ->
                switch (code()) {
                    case "GatedRepo" ->
                        HubException.refused(repository + " is gated: accept its licence at " + page()
                                + " and set HF_TOKEN to a token of the account that did.");
                    case "RevisionNotFound" ->
                        new HubException(
                                HubException.Reason.NO_REVISION,
                                "The hub's " + repository.kind() + " " + repository.id() + " has no revision "
                                        + repository.revision() + ": check the part after the @.");
                    default -> status == 403 || isTokenRejected() ? HubException.refused(tokenRejected()) : notFound();
                };
            case 429 ->
                HubException.refused("The hub at " + host() + " gets too many requests from here"
                        + response.headers()
                                .firstValue("Retry-After")
                                .map(after -> " (Retry-After: " + after + ")")
                                .orElse("")
                        + ": try again later, or set HF_TOKEN to be allowed more.");
            default ->
                HubException.refused("The hub at " + host() + " answers with status " + status
                        + ": check HF_ENDPOINT, and whether a proxy answers instead.");
        };
    }

    private String page() {
        return settings.endpoint() + "/" + repository.kind().path() + repository.id();
    }

    private String storageSays(int status) {
        return "The hub's storage at " + host() + " answers with status " + status + " for " + repository
                + ": try again later, and check whether a proxy answers instead.";
    }

    private boolean isTokenRejected() {
        return response.statusCode() == 401 && settings.token() != null && code().isEmpty();
    }

    private String tokenRejected() {
        return "The hub at " + host() + " does not let " + (settings.token() == null ? "anyone" : "this HF_TOKEN")
                + " read " + repository.id() + ": set HF_TOKEN to a valid token with read access.";
    }

    private HubException notFound() {
        return new HubException(
                HubException.Reason.NO_REPOSITORY,
                "The hub at " + host() + " has no " + repository.kind() + " " + repository.id()
                        + (settings.token() == null
                                ? ", or it is private: check the name, or set HF_TOKEN."
                                : ", or HF_TOKEN gives no access to it: check both."));
    }

    private String code() {
        return response.headers().firstValue("X-Error-Code").orElse("");
    }

    private boolean fromStorage() {
        return code().isEmpty() && !host().equals(settings.endpoint().getRawAuthority());
    }

    private String host() {
        return response.uri().getRawAuthority();
    }
}
