package whatis.classification.engine;

import java.time.Duration;

/**
 * What the network says about one image.
 *
 * @param logits one for each label
 * @param batch how many images the micro-batch had, this one included
 * @param queued how long the image waited for its turn
 * @param computed how long the network took for the micro-batch
 */
public record Inference(float[] logits, int batch, Duration queued, Duration computed) {}
