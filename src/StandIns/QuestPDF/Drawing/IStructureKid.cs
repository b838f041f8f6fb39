namespace QuestPDF.Drawing;

/// <summary>What a structure element may be made of: other elements, marked content, links.</summary>
internal interface IStructureKid;
