package whatis.hub;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class HubListingFuzzTests {

    private static final HubRepository REPOSITORY = new HubRepository(RepositoryKind.MODEL, "o/n", "main");

    static Stream<byte[]> answers() {
        return Stream.of("{}", """
                        {"sha": "cccccccccccccccccccccccccccccccccccccccc", "siblings": [
                        {"rfilename": "a.json", "blobId": "cccccccccccccccccccccccccccccccccccccccc", "size": 12},
                        {"rfilename": "b", "lfs": {"sha256": "00", "size": 5}}]}""", """
                        {"discussions": [{"num": 7, "isPullRequest": true, "author": {"name": "SFconvertbot"}}]}""").map(json -> json.getBytes(StandardCharsets.UTF_8));
    }

    /** Whatever answers instead of the hub's API: a list, or none. */
    @MethodSource("answers")
    @FuzzTest
    void parseWhenAnythingAnswersExpectAListOrNone(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        HubListing.parse(text, REPOSITORY);
        HubListing.parsePullRequest(text, "SFconvertbot");
    }
}
