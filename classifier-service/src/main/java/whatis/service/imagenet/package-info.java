/** Knows the classes of ImageNet-1k: their WordNet ids, the articles they mean, their definitions. */
@NullMarked
package whatis.service.imagenet;

import org.jspecify.annotations.NullMarked;
