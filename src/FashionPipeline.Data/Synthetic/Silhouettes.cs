namespace FashionPipeline.Data.Synthetic;

/// <summary>Whether a point is on the garment: x from -1 (left) to 1 (right), y from 0 (top) to 1 (bottom).</summary>
internal delegate bool Silhouette(float x, float y);

/// <summary>The outlines of the ten kinds, in the order of Fashion-MNIST's labels.</summary>
internal static class Silhouettes
{
    /// <summary>Number of kinds.</summary>
    public const int Count = 10;

    public static Silhouette Of(int kind, GarmentCut cut) => kind switch
    {
        0 => Top(cut, bottom: 0.9f, sleeve: 0.15f + (0.3f * cut.Length), opening: 0.12f),
        1 => Trouser(cut),
        2 => Top(cut, bottom: 0.9f, sleeve: 0.55f + (0.35f * cut.Length), opening: 0.1f),
        3 => Dress(cut),
        4 => Coat(cut),
        5 => Sandal(cut),
        6 => Shirt(cut),
        7 => Shoe(cut, shaft: 0.08f + (0.2f * cut.Length)),
        8 => Bag(cut),
        _ => Shoe(cut, shaft: 0.22f + (0.36f * cut.Length)),
    };

    private static Silhouette Top(GarmentCut cut, float bottom, float sleeve, float opening) => (x, y) =>
    {
        var side = Math.Abs(x);
        return y > 0.08f && y < bottom
            && !(y < 0.08f + opening && side < 0.22f)
            && (side < cut.Width || OnSleeve(side, y, cut.Width, sleeve));
    };

    // A sleeve hangs from the shoulder outwards and down; its length is measured along y.
    private static bool OnSleeve(float side, float y, float width, float length)
    {
        var along = y - 0.08f;
        var inner = width + (along * 0.35f) - 0.05f;
        return along < length && side > inner - 0.1f && side < inner + 0.26f;
    }

    private static Silhouette Trouser(GarmentCut cut) => (x, y) =>
    {
        var side = Math.Abs(x);
        var gap = y > 0.3f ? 0.03f + (0.12f * cut.Detail * (y - 0.3f)) : 0f;
        return y > 0.02f && y < 0.98f && side > gap && side < (cut.Width * 0.85f) - (0.12f * y * cut.Length);
    };

    private static Silhouette Dress(GarmentCut cut) => (x, y) =>
    {
        var side = Math.Abs(x);
        var flare = cut.Width * (0.55f + (0.6f * cut.Detail * y));
        var waist = 0.12f * (1f - (Math.Abs(y - 0.4f) * 4f));
        var sleeve = cut.Length > 0.5f && OnSleeve(side, y, cut.Width * 0.6f, 0.5f * cut.Length);
        return y > 0.03f && y < 0.98f && !(y < 0.12f && side < 0.15f) && (side < flare - Math.Max(waist, 0f) || sleeve);
    };

    private static Silhouette Coat(GarmentCut cut) => (x, y) =>
    {
        var front = Math.Abs(x - 0.02f) < 0.035f && y > 0.2f;
        var lapel = y < 0.08f + (0.25f * cut.Detail) && Math.Abs(x) < 0.2f - (0.5f * (y - 0.08f));
        return Top(cut, bottom: 0.97f, sleeve: 0.6f + (0.35f * cut.Length), opening: 0f)(x, y) && !front && !lapel;
    };

    private static Silhouette Shirt(GarmentCut cut) => (x, y) =>
    {
        var collar = y < 0.16f && Math.Abs(x) < 0.1f;
        var button = cut.Detail > 0.35f && Math.Abs(x) < 0.04f && y > 0.2f && (int)(y * 20f) % 3 == 0;
        return Top(cut, bottom: 0.93f, sleeve: 0.2f + (0.65f * cut.Length), opening: 0.03f)(x, y) && !collar && !button;
    };

    // Toes to the left: a sole that rises to the heel, a strap over the toes and one around the ankle.
    private static Silhouette Sandal(GarmentCut cut) => (x, y) =>
    {
        var lift = 0.2f * cut.Length * Math.Clamp((x + 0.5f) * 0.8f, 0f, 1f);
        var sole = 0.78f - lift;
        var onSole = y > sole && y < sole + 0.1f && Math.Abs(x) < 0.92f;
        var heel = x > 0.5f && x < 0.92f && y > sole && y < 0.88f;
        var toes = OnStrap(x + 0.45f, sole - y, 0.32f, 0.16f + (0.1f * cut.Detail));
        var ankle = OnStrap(x - 0.4f, sole - y, 0.42f, 0.22f + (0.22f * cut.Detail));
        return onSole || heel || toes || ankle;
    };

    private static bool OnStrap(float x, float above, float width, float height)
    {
        var distance = (x * x / (width * width)) + (above * above / (height * height));
        return above > 0f && distance is > 0.45f and < 1f;
    }

    // Toes to the left: a round tip, the instep, the shaft with its opening, a seam above the sole, and perhaps a heel.
    private static Silhouette Shoe(GarmentCut cut, float shaft) => (x, y) =>
    {
        var tip = x < -0.7f ? (-0.7f - x) * 0.7f : 0f;
        var instep = 0.14f * cut.Detail * Math.Clamp((x + 0.7f) * 1.4f, 0f, 1f);
        var opening = Math.Abs(x - 0.4f) < 0.2f ? 0.06f : 0f;
        var upper = x < 0f ? 0.68f + tip - instep : 0.68f - instep + opening - (shaft * Math.Min(x * 5f, 1f));
        var seam = cut.Detail > 0.4f && Math.Abs(y - 0.8f) < 0.02f;
        var arch = cut.Length > 0.6f && Math.Abs(x - 0.15f) < 0.25f && y > 0.85f;
        return x > -0.95f && x < 0.75f && y > upper && y < 0.9f && !seam && !arch;
    };

    private static Silhouette Bag(GarmentCut cut) => (x, y) =>
    {
        var side = Math.Abs(x);
        var top = 0.32f + (0.15f * cut.Detail);
        var body = y > top && y < 0.85f && side < cut.Width + 0.25f - (0.15f * cut.Length * (0.85f - y));
        var ring = (x * x / (0.2f + (0.2f * cut.Width))) + ((y - top) * (y - top) / (0.02f + (0.1f * cut.Length)));
        return body || (y <= top && ring is > 0.55f and < 1f);
    };
}
