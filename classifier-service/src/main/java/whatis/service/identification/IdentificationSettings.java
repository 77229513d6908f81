package whatis.service.identification;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When an answer counts, and which article belongs to it.
 *
 * @param threshold the least score of a label that counts as known, 0 to 1
 * @param senses whether to search for the title that means the class where the plain term means something else
 */
@ConfigurationProperties("whatis.identification")
record IdentificationSettings(
        @DefaultValue("0.80") double threshold,
        @DefaultValue("true") boolean senses) {

    IdentificationSettings {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("threshold must be 0 to 1, not " + threshold);
        }
    }
}
