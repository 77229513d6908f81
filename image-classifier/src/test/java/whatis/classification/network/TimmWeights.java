package whatis.classification.network;

import java.util.Random;
import whatis.classification.checkpoint.SafetensorsWriter;

/** Small random weights under timm's names. */
final class TimmWeights {

    /** That of a token. */
    static final int WIDTH = 6;

    private final SafetensorsWriter writer = new SafetensorsWriter("F32");
    private final Random random = new Random(1);
    private final String prefix;

    /** @param prefix what all names begin with */
    TimmWeights(String prefix) {
        this.prefix = prefix;
    }

    byte[] bytes() {
        return writer.bytes();
    }

    void vit() {
        encoder(5);
        norm("norm");
        linear("head", 3, WIDTH);
    }

    /** Two layers for pictures of 16 x 16 in patches of 8 x 8. */
    void encoder(int positions) {
        tensor("cls_token", 1, 1, WIDTH);
        withoutClass(positions);
    }

    /** The same without a class token. */
    void withoutClass(int positions) {
        tensor("pos_embed", 1, positions, WIDTH);
        tensor("patch_embed.proj.weight", WIDTH, 3, 8, 8);
        tensor("patch_embed.proj.bias", WIDTH);
        for (int i = 0; i < 2; i++) {
            String layer = "blocks.%d.".formatted(i);
            norm(layer + "norm1");
            linear(layer + "attn.qkv", 3 * WIDTH, WIDTH);
            linear(layer + "attn.proj", WIDTH, WIDTH);
            norm(layer + "norm2");
            linear(layer + "mlp.fc1", 10, WIDTH);
            linear(layer + "mlp.fc2", WIDTH, 10);
        }
    }

    void linear(String name, int outputs, int inputs) {
        tensor(name + ".weight", outputs, inputs);
        tensor(name + ".bias", outputs);
    }

    void norm(String name) {
        tensor(name + ".weight", WIDTH);
        tensor(name + ".bias", WIDTH);
    }

    void tensor(String name, long... shape) {
        int count = 1;
        for (long length : shape) {
            count *= (int) length;
        }
        float[] elements = new float[count];
        for (int i = 0; i < count; i++) {
            elements[i] = (float) random.nextGaussian();
        }
        writer.add(prefix + name, elements, shape);
    }
}
