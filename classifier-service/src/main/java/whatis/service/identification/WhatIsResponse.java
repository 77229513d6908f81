package whatis.service.identification;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;

/** The lab's answer, by how much there is to tell; {@code contracts/whatis-*.json} show them. */
sealed interface WhatIsResponse {

    static WhatIsResponse of(Identification identification) {
        Verdict verdict = identification.verdict();
        if (!verdict.known()) {
            return new Unknown("unknown");
        }
        if (identification.problem() != null) {
            return new WithoutWikipedia(
                    verdict.term(), null, identification.problem().detail());
        }
        return new Known(
                verdict.term(),
                identification.article() == null
                        ? "No pages found"
                        : identification.article().extract());
    }

    record Unknown(String prediction) implements WhatIsResponse {}

    @JsonPropertyOrder({"prediction", "wikipedia info"})
    record Known(
            String prediction,
            @JsonProperty("wikipedia info") String wikipediaInfo) implements WhatIsResponse {}

    @JsonPropertyOrder({"prediction", "wikipedia info", "problem"})
    record WithoutWikipedia(
            String prediction,
            @JsonProperty("wikipedia info") @Nullable String wikipediaInfo,
            ProblemDetail problem) implements WhatIsResponse {}
}
