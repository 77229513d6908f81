package whatis.classification.engine;

import java.time.Duration;

/**
 * What the network says about one image.
 *
 * @param logits one for each label
 * @param queued how long the image waited for its turn
 * @param computed how long the network took
 */
public record Inference(float[] logits, Duration queued, Duration computed) {}
