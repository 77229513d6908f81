package whatis.service.imagenet;

import java.util.List;

/** The labels of a checkpoint that was trained on ImageNet-1k, with a synonym each. */
public final class ImageNetLabels {

    private ImageNetLabels() {}

    public static List<String> all() {
        return ImageNet.load().classes().stream()
                .map(imageNetClass -> imageNetClass.term() + ", synonym of " + imageNetClass.term())
                .toList();
    }
}
