package whatis.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubListingTests {

    private static final HubRepository REPOSITORY = new HubRepository(RepositoryKind.DATASET, "o/n", "main");

    @Test
    void parseWhenTheHubTellsAllTakesChecksumsAndSizes() {
        String commit = "c".repeat(40);
        String git = "a".repeat(40);
        String sha256 = "b".repeat(64);

        HubListing listing = HubListing.parse("""
                {"sha": "%s", "siblings": [
                {"rfilename": "README.md", "blobId": "%s", "size": 12},
                {"rfilename": "x.parquet", "blobId": "%s", "size": 5000000000,
                 "lfs": {"sha256": "%s", "size": 5000000000, "pointerSize": 135}},
                {"rfilename": "untold.json"}]}""".formatted(commit, git, git, sha256), REPOSITORY)
                .orElseThrow();

        assertThat(listing.commit()).isEqualTo(commit);
        assertThat(listing.names()).containsExactly("README.md", "x.parquet", "untold.json");
        assertThat(listing.files())
                .containsExactly(
                        new RemoteFile(REPOSITORY.at(commit), "README.md", new Checksum(git), 12),
                        new RemoteFile(REPOSITORY.at(commit), "x.parquet", new Checksum(sha256), 5_000_000_000L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<!doctype html><title>Please log in</title>",
                "[]",
                "{}",
                "{\"sha\": \"../../etc\", \"siblings\": []}",
                "{\"sha\": \"cccccccccccccccccccccccccccccccccccccccc\"}",
                "{\"sha\": \"cccccccccccccccccccccccccccccccccccccccc\", \"siblings\": [7]}"
            })
    void parseWhenItIsNoListIsEmpty(String text) {
        assertThat(HubListing.parse(text, REPOSITORY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"discussions\": [{}]}", "{\"discussions\": [{\"isPullRequest\": []}]}"})
    void parsePullRequestWhenItIsNoListIsEmpty(String text) {
        assertThat(HubListing.parsePullRequest(text, "bot")).isEmpty();
    }
}
